import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { IdempotencyService } from './idempotency.service';

/** Provides the `IdempotencyService` of a service's schema; needs the `DatabaseModule`. */
@Module({})
export class IdempotencyModule {
  static forRoot(options: { schema: string }): DynamicModule {
    return {
      module: IdempotencyModule,
      global: true,
      providers: [
        {
          provide: IdempotencyService,
          useFactory: (dataSource: DataSource) => new IdempotencyService(dataSource, options.schema),
          inject: [DataSource],
        },
      ],
      exports: [IdempotencyService],
    };
  }
}
