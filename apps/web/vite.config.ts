import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import type { ChunkingContext } from 'rolldown';
import { defineConfig } from 'vite';

const framework =
  /node_modules\/(?:react|react-dom|react-i18next|scheduler|i18next|openapi-fetch|use-sync-external-store|@tanstack\/(?:react-router|router-core|history|store|react-store|react-query|query-core))\//;
const firstInterface =
  /node_modules\/(?:@floating-ui|react-transition-group|@mantine\/(?:store|notifications)|@mantine\/core\/esm\/(?:core|components\/(?:ActionIcon|Avatar|Button|Center|CloseButton|Floating|FocusTrap|Group|Input|Kbd|Loader|Menu|NativeSelect|Notification|Overlay|Paper|Popover|Portal|Progress|ScrollArea|SimpleGrid|Skeleton|Stack|Tabs|Text|TextInput|Title|Tooltip|Transition|UnstyledButton|VisuallyHidden)))\//;

/** What the list of leads is made of, itself and what it imports, up to what is imported later. */
let list: ReadonlySet<string> | undefined;
function ofTheList(id: string, modules: ChunkingContext): string | null {
  list ??= importedFrom(join(import.meta.dirname, 'src/leads/LeadsPage.tsx'), modules);
  return list.has(id) || /node_modules\/@tanstack\/(?:react-virtual|virtual-core)\//.test(id) ? 'list' : null;
}

function importedFrom(first: string, modules: ChunkingContext): Set<string> {
  const found = new Set([first]);
  for (const id of found)
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? [])
      if (!imported.includes('/node_modules/')) found.add(imported);
  return found;
}

/** The browser application. `npm run build` calls it; in development `RELANCE_URL` says where the API answers. */
export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@relance/source', 'module', 'browser', 'development|production'] },
  server: { port: 5173, proxy: { '/api': process.env['RELANCE_URL'] ?? 'http://localhost:3000' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // Data addresses would need a wider content security policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Few parts compress better than many: what every page needs, and what the frame and the first list draw with.
        codeSplitting: {
          groups: [
            { name: 'framework', test: framework, priority: 2 },
            { name: 'interface', test: firstInterface, priority: 1 },
            { name: 'icons', test: /node_modules\/@tabler\//, priority: 1 },
            { name: 'first', tags: ['$initial'] },
            { name: ofTheList, debugName: 'list' },
          ],
        },
      },
    },
  },
});
