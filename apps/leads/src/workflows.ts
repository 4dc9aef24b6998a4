export { leadLifecycle } from './lifecycle/lead-lifecycle.workflow';
export { reconcileLeads } from './lifecycle/reconcile-leads.workflow';
