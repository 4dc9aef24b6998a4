import { Inject, Injectable } from '@nestjs/common';
import { IdempotencyService } from '@relance/idempotency';
import type { ListOf } from '@relance/service-runtime';
import type { Principal } from '@relance/service-token';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { isVisible, visibilityOf } from '../access/organisation-access.rules';
import { appendOrganisationEvent, type Author } from '../events/organisation-log';
import { unknownPointsOfSale } from '../points-of-sale/point-of-sale.store';
import { UnknownPointOfSaleError } from '../points-of-sale/points-of-sale.errors';
import { SecretKeeper } from '../secrets/secret-keeper';
import { hashApiKey, newApiKeySecret } from './api-key-secret';
import { findGoodApiKey, insertApiKey, listApiKeys, noteApiKeyUse, revokeApiKey } from './api-key.store';
import type { ApiKey, ApiKeyListQuery, CreatedApiKey, NewApiKey, ResolvedApiKey } from './api-keys.dto';
import { ApiKeyNotFoundError } from './api-keys.errors';

/** What is remembered of the first answer: the same with the key sealed, so that the database never shows it. */
type SealedAnswer = Omit<CreatedApiKey, 'key'> & { sealedKey: string };

/** Keys of lead sources and telephony. */
@Injectable()
export class ApiKeysService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(IdempotencyService) private readonly idempotency: IdempotencyService,
    @Inject(SecretKeeper) private readonly secrets: SecretKeeper,
  ) {}

  list(principal: Principal, query: ApiKeyListQuery): Promise<ListOf<ApiKey>> {
    return listApiKeys(this.dataSource, visibilityOf(principal), query);
  }

  /** Creates a key and shows it, this once. @throws UnknownPointOfSaleError */
  async create(
    principal: Principal,
    idempotencyKey: string | undefined,
    values: NewApiKey,
  ): Promise<CreatedApiKey> {
    const request = { operation: 'api-keys.add', body: values };
    const answer = await this.idempotency.run(principal, idempotencyKey, request, async (tx) => {
      if (!isVisible(visibilityOf(principal), values.pointOfSaleId)) throw unknownPointOfSale();
      const key = newApiKeySecret();
      const { id, name, purpose, pointOfSaleId, createdAt } = await this.add(
        tx,
        principal,
        uuidv7(),
        values,
        key,
      );
      const sealedKey = this.secrets.seal(key);
      return { status: 201, body: { id, name, purpose, pointOfSaleId, createdAt, sealedKey } };
    });
    const { sealedKey, ...shown } = answer.body as SealedAnswer;
    return { ...shown, key: this.secrets.unseal(sealedKey) };
  }

  /** Adds a key with a chosen id and secret in the caller's transaction, with its event. */
  async add(tx: EntityManager, author: Author, id: string, values: NewApiKey, key: string): Promise<ApiKey> {
    const { name, purpose, pointOfSaleId } = values;
    const unknown = await unknownPointsOfSale(tx, [pointOfSaleId]);
    if (unknown.length > 0) throw unknownPointOfSale();
    const created = await insertApiKey(tx, id, values, hashApiKey(key));
    if (!created) throw new Error(`The API key ${id} exists already.`);
    await appendOrganisationEvent(tx, author, 'apiKey.created', id, {
      apiKey: { id, name, purpose, pointOfSaleId },
    });
    return created;
  }

  /** Ends a key for good; ending it again changes nothing. @throws ApiKeyNotFoundError */
  async revoke(principal: Principal, id: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const revocation = await revokeApiKey(tx, visibilityOf(principal), id);
      if (revocation.outcome === 'unknown') throw new ApiKeyNotFoundError();
      if (revocation.outcome === 'already') return;
      const { name, purpose, pointOfSaleId } = revocation.apiKey;
      await appendOrganisationEvent(tx, principal, 'apiKey.revoked', id, {
        apiKey: { id, name, purpose, pointOfSaleId },
      });
    });
  }

  /** Whose key has this hash, for the gateway. @throws ApiKeyNotFoundError when it is unknown or revoked */
  async resolve(keyHash: string): Promise<ResolvedApiKey> {
    const found = await findGoodApiKey(this.dataSource, keyHash);
    if (!found) throw new ApiKeyNotFoundError();
    if (found.stale) await noteApiKeyUse(this.dataSource, found.apiKey.id);
    return found.apiKey;
  }
}

function unknownPointOfSale(): UnknownPointOfSaleError {
  return new UnknownPointOfSaleError(['pointOfSaleId']);
}
