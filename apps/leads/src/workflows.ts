export { leadLifecycle } from './lifecycle/lead-lifecycle.workflow';
export { reconcileLeads } from './lifecycle/reconcile-leads.workflow';
export { leadImport } from './lead-import-jobs/lead-import.workflow';
