import type { OrganisationEvents } from '@relance/contracts-organisation';
import type { StoredEvent } from '@relance/event-log';
import type { DataSource } from 'typeorm';
import { SettingsVersions } from '../incoming-lead-settings/settings-versions';
import { IntakePreparation } from '../intake/intake-preparation';
import { IntakeService } from '../intake/intake.service';
import { LeadCodes } from '../intake/lead-codes';
import { LeadForms } from '../lead-forms/lead-forms.service';
import { LeadSourceDirectory } from '../organisation-projection/lead-source-directory';
import { applyOrganisationEvent } from '../organisation-projection/organisation-events';
import type { OrganisationFeed } from '../organisation-projection/organisation-feed';
import { PointOfSaleDirectory } from '../organisation-projection/point-of-sale-directory';
import { uuidv7 } from '../uuid';
import { silentFeed } from './stored-leads';

type Source = OrganisationEvents['leadSource.saved']['leadSource'];

/** Forms of websites on a real database, of sources that a test makes up. */
export class FormsUnderTest {
  constructor(
    private readonly dataSource: DataSource,
    /** Of the sources. */
    private readonly pointOfSaleId: string,
  ) {}

  /** What one process would have. */
  service(feed: OrganisationFeed = silentFeed): LeadForms {
    const versions = new SettingsVersions(this.dataSource);
    const pointsOfSale = new PointOfSaleDirectory(this.dataSource, versions, feed);
    const preparation = new IntakePreparation(pointsOfSale, new LeadCodes(this.dataSource));
    const intake = new IntakeService(this.dataSource, preparation, versions);
    return new LeadForms(
      this.dataSource,
      new LeadSourceDirectory(this.dataSource, feed),
      pointsOfSale,
      intake,
    );
  }

  source(change: Partial<Source> = {}): Source {
    return {
      id: uuidv7(),
      name: 'Site du Garage du Port',
      category: 'Internet',
      pointOfSaleId: this.pointOfSaleId,
      leadType: 'VO',
      formToken: `form-${uuidv7()}`,
      thankYouUrl: null,
      active: true,
      ...change,
    };
  }

  /** A source that the organisation has told of. */
  async saved(change: Partial<Source> = {}): Promise<Source> {
    const leadSource = this.source(change);
    await this.tell('leadSource.saved', leadSource);
    return leadSource;
  }

  /** What the organisation's feed says. */
  tell(type: 'leadSource.saved' | 'leadSource.deleted', leadSource: Source): Promise<void> {
    return this.dataSource.transaction((tx) =>
      applyOrganisationEvent(tx, { type, data: { leadSource } } as StoredEvent),
    );
  }
}
