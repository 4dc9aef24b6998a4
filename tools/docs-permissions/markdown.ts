import { format, resolveConfig } from 'prettier';
import { DEFAULT_PERMISSIONS, GRANTABLE_PERMISSIONS, PERMISSIONS, ROLES } from './roles.ts';
import { CALLERS, type Row } from './matrix.ts';

const INTRODUCTION = `# Who may do what

<!-- Written by \`npm run docs:permissions\` from the OpenAPI document of the running system; do not edit. -->

Every operation asks a person for one permission, which their role has or has not (S2.12). An Admin edits what each role
may; it holds within two seconds for everybody who is signed in. The server decides, by \`x-permission\` in
the OpenAPI document (\`/api/openapi.json\`); the browser shows what is permitted and hides the rest. The journeys of
\`apps/e2e/src/permissions\` call every operation below as every caller and compare.

Whoever is not Admin acts within their own points of sale, whatever their permissions: what belongs to another one does
not exist for them, by any path. They can neither make, edit nor become an Admin.

## What each role may before an Admin edits it
`;

const OPERATIONS = `
## What each caller gets, with these roles

| answer | meaning |
| --- | --- |
| yes | it is done |
| own | it is done for the caller's own points of sale, and tells nothing of others |
| refused | 403, 404 or 422, because another point of sale is named |
| 404 | there is no such thing for this caller |
| 403 | the caller may not do this |
| 401 | the caller has to say who they are |

« Elsewhere » works at another point of sale, is not Admin, and has every permission that can be given. « API key » is
one for lead sources. « Nobody » brings no credentials.
`;

const titles: Readonly<Record<string, string>> = {
  ADMIN: 'Admin',
  MANAGER: 'Manager',
  SALESPERSON: 'Salesperson',
  CALL_CENTRE: 'Call centre',
  MARKETING: 'Marketing',
};

/** The page about permissions, as Prettier would write it. */
export async function permissionsPage(rows: readonly Row[], file: string): Promise<string> {
  const permissions = PERMISSIONS.map((permission) => [
    code(permission) + (GRANTABLE_PERMISSIONS.includes(permission) ? '' : ' (Admin only)'),
    ...ROLES.map((role) => (DEFAULT_PERMISSIONS[role].includes(permission) ? 'yes' : '')),
  ]);
  const operations = rows.map(({ operation, needs, cells }) => [code(operation), needed(needs), ...cells]);
  const text = [
    INTRODUCTION,
    table(['permission', ...ROLES.map(titleOf)], permissions),
    OPERATIONS,
    table(['operation', 'needs', ...CALLERS.map(titleOf)], operations),
  ].join('\n');
  return format(text, { ...(await resolveConfig(file)), parser: 'markdown' });
}

function titleOf(caller: string): string {
  return titles[caller] ?? caller;
}

function needed(needs: string): string {
  if (needs === 'nothing') return 'nothing';
  return needs === 'signed-in' ? 'to be signed in' : code(needs);
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
