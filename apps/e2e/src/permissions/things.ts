import { randomUUID } from 'node:crypto';
import { Api, type Json } from '../client/api';
import { newLead } from '../client/dealership';
import type { ApiDocument } from './api-document';
import { plausibleRequest } from './plausible-request';
import type { KnownValues } from './plausible-value';
import type { Place } from './permission-callers';

const PREFIX = '/api/v1';
/** Things that belong to who made them, not to a point of sale: each caller makes their own. */
const PERSONAL = new Set([`${PREFIX}/lead-views`, `${PREFIX}/lead-imports`]);

/** Makes the things that paths name, at the place everything is about. */
export class Things {
  constructor(
    private readonly document: ApiDocument,
    private readonly place: Place,
    private readonly gatewayUrl: string,
  ) {}

  /** What bodies and queries say, by the name it has there. */
  get known(): KnownValues {
    const { garage, leadId } = this.place;
    return {
      name: () => `Essai ${randomUUID().slice(0, 8)}`,
      email: () => `essai.${randomUUID().slice(0, 8)}@e2e.relance.example`,
      ids: () => [leadId],
      pointOfSaleId: () => garage.id,
      pointsOfSale: () => [{ id: garage.id, leadTypes: ['VO'] }],
      userId: () => garage.seller.id,
      memberIds: () => [garage.seller.id],
    };
  }

  /**
   * The path of an operation with the ids of things that are there.
   * @param owner credentials of who makes things that belong to a person, if they may; else Admin does
   */
  async pathOf(template: string, owner?: Record<string, string>): Promise<string> {
    let path = '';
    let known = '';
    for (const part of template.split('/').slice(1)) {
      const id = part.startsWith('{') ? await this.idOf(part, known, path, owner) : part;
      known += `/${part}`;
      path += `/${id}`;
    }
    return path;
  }

  private async idOf(
    part: string,
    template: string,
    path: string,
    owner: Record<string, string> | undefined,
  ): Promise<string> {
    const { garage } = this.place;
    switch (`${template}/${part}`) {
      case `${PREFIX}/points-of-sale/{id}`:
        return garage.id;
      case `${PREFIX}/users/{id}`:
        return garage.workshop.id;
      case `${PREFIX}/roles/{role}`:
        return 'ADMIN';
      case `${PREFIX}/forms/{formToken}`:
        return (await this.make(`${PREFIX}/lead-sources`, `${PREFIX}/lead-sources`)).formToken as string;
      case `${PREFIX}/leads/{id}`:
        return (await garage.source.ok('POST /leads', { body: newLead() })).body.id as string;
      default: {
        const by = owner && PERSONAL.has(template) ? new Api(this.gatewayUrl, owner) : undefined;
        return (await this.make(template, path, by)).id as string;
      }
    }
  }

  /** A new thing of a collection, by the document's own example. */
  private async make(template: string, path: string, by: Api = this.place.garage.admin): Promise<Json> {
    const request = plausibleRequest(this.document, `POST ${template}`, path, this.known);
    const route = `POST ${request.path.slice(PREFIX.length)}`;
    const answer = await by.call(route, { body: request.body, headers: request.headers });
    // Whoever may not make one of their own asks for one that nobody has.
    return answer.status < 300 ? answer.body : { id: randomUUID() };
  }
}
