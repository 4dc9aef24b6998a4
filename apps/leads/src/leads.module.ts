import { Module, type DynamicModule } from '@nestjs/common';
import { EventFeedModule } from '@relance/event-log';
import { BulkActionsController } from './bulk-actions/bulk-actions.controller';
import { BulkActions } from './bulk-actions/bulk-actions.service';
import type { LeadsConfig } from './config';
import { ContactController } from './contact/contact.controller';
import { ContactEdits } from './contact/contact.service';
import { IncomingLeadSettingsController } from './incoming-lead-settings/incoming-lead-settings.controller';
import { IncomingLeadSettingsService } from './incoming-lead-settings/incoming-lead-settings.service';
import { OpenLeadSettings } from './incoming-lead-settings/open-lead-settings';
import { IntakeController } from './intake/intake.controller';
import { IntakePreparation } from './intake/intake-preparation';
import { IntakeService } from './intake/intake.service';
import { LeadImportController } from './intake/lead-import.controller';
import { LeadCodes } from './intake/lead-codes';
import { LeadCounts } from './lead-counts/lead-counts';
import { LeadCountsController } from './lead-counts/lead-counts.controller';
import { LeadExport } from './lead-export/lead-export';
import { LeadExportController } from './lead-export/lead-export.controller';
import { LeadForms } from './lead-forms/lead-forms.service';
import { LeadFormsController } from './lead-forms/lead-forms.controller';
import { TestLeadController } from './lead-forms/test-lead.controller';
import { LeadImportUpload } from './lead-import-jobs/lead-import-upload';
import { LeadImportsController } from './lead-import-jobs/lead-imports.controller';
import { LeadImports } from './lead-import-jobs/lead-imports.service';
import { RejectedLines } from './lead-import-jobs/rejected-lines';
import { LeadList } from './lead-page/lead-list';
import { LongLists } from './lead-page/lead-list-totals';
import { LeadReader } from './lead-page/lead-reader';
import { LeadsController } from './lead-page/leads.controller';
import { WorkflowLinks } from './lead-page/workflow-links';
import { Timeline } from './lead-page/timeline';
import { LeadViewsController } from './lead-views/lead-views.controller';
import { LeadViews } from './lead-views/lead-views.service';
import { LeadsCoreModule } from './leads-core.module';
import { LifecycleController } from './lifecycle/lifecycle.controller';
import { LifecycleService } from './lifecycle/lifecycle.service';
import { LeadChangesController } from './live-changes/lead-changes.controller';
import { LeadChangesFeed } from './live-changes/lead-changes-feed';
import { RemarksController } from './remarks/remarks.controller';
import { Remarks } from './remarks/remarks.service';

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
      controllers: [
        IntakeController,
        LeadImportController,
        BulkActionsController,
        LifecycleController,
        LeadCountsController,
        LeadExportController,
        LeadsController,
        LeadViewsController,
        RemarksController,
        ContactController,
        IncomingLeadSettingsController,
        LeadChangesController,
        LeadImportsController,
        ...[LeadFormsController, TestLeadController],
      ],
      providers: [
        ...[IntakeService, LeadCodes, LifecycleService, BulkActions],
        ...[LeadList, LongLists, LeadReader, Timeline, LeadCounts, LeadExport, LeadViews],
        ...[Remarks, ContactEdits, WorkflowLinks],
        ...[IncomingLeadSettingsService, OpenLeadSettings],
        LeadChangesFeed,
        ...[IntakePreparation, LeadImports, LeadImportUpload, RejectedLines, LeadForms],
      ],
    };
  }
}
