import { Injectable } from '@nestjs/common';
import type { UserPrincipal } from '@relance/service-token';
import type { EntityManager } from 'typeorm';
import { searchText } from '../intake/contact-search';
import { leadView, type Lead } from '../lead-page/lead-view';
import type { LeadView } from '../lead-page/lead.schema';
import { LeadTransaction } from '../lifecycle/lead-transaction';
import { PointOfSaleDirectory } from '../organisation-projection/point-of-sale-directory';
import type { ContactBody } from './contact.schema';
import { editedContact } from './edited-contact';

const DEFAULT_COUNTRY = 'FR';

/** Edits of how a lead is named and reached. The event says which details changed, never what they are. */
@Injectable()
export class ContactEdits {
  constructor(
    private readonly transaction: LeadTransaction,
    private readonly pointsOfSale: PointOfSaleDirectory,
  ) {}

  /** @throws NotFoundError, StaleError, InvalidContactError, ContactNeededError */
  async edit(
    tx: EntityManager,
    acting: { principal: UserPrincipal; leadId: string; expectedVersion: number },
    edit: ContactBody,
    now = new Date(),
  ): Promise<{ view: LeadView; version: number }> {
    const { lead, calendar } = await this.transaction.change(
      tx,
      { ...acting, now },
      async ({ lead: before }) => {
        const { contact, fields } = editedContact(before.contact, edit, await this.#countryOf(tx, before));
        if (fields.length === 0) return null;
        const after = { ...before, contact };
        await saveContact(tx, after);
        return { lead: after, event: 'lead.contactEdited', data: { fields } };
      },
    );
    return { view: leadView(lead, calendar, now.getTime()), version: lead.version };
  }

  async #countryOf(tx: EntityManager, { pointOfSaleId }: Lead): Promise<string> {
    const known = await this.pointsOfSale.findWithin(tx, [pointOfSaleId]);
    return known.get(pointOfSaleId)?.country ?? DEFAULT_COUNTRY;
  }
}

/** What the lead is found by changes with it. */
async function saveContact(tx: EntityManager, { id, code, contact }: Lead): Promise<void> {
  await tx.query(
    `UPDATE leads.contact
        SET first_name = $2, last_name = $3, email = $4, phone = $5,
            search = array_to_tsvector(string_to_array($6, ' '))
      WHERE lead_id = $1`,
    [id, contact.firstName, contact.lastName, contact.email, contact.phone, searchText({ ...contact, code })],
  );
}
