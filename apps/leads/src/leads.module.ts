import { Module, type DynamicModule } from '@nestjs/common';
import { EventFeedModule } from '@relance/event-log';
import type { LeadsConfig } from './config';
import { IntakeController } from './intake/intake.controller';
import { IntakeService } from './intake/intake.service';
import { LeadImportController } from './intake/lead-import.controller';
import { LeadCodes } from './intake/lead-codes';
import { LeadsCoreModule } from './leads-core.module';
import { LifecycleController } from './lifecycle/lifecycle.controller';
import { LifecycleService } from './lifecycle/lifecycle.service';

/** The HTTP process of the leads service. */
@Module({})
export class LeadsModule {
  static forConfig(config: LeadsConfig): DynamicModule {
    return {
      module: LeadsModule,
      imports: [
        LeadsCoreModule.forConfig(config, { applicationName: 'leads', poolSize: 12 }),
        EventFeedModule.forRoot({ schema: 'leads' }),
      ],
      controllers: [IntakeController, LeadImportController, LifecycleController],
      providers: [IntakeService, LeadCodes, LifecycleService],
    };
  }
}
