import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const framework =
  /node_modules\/(?:react|react-dom|react-i18next|scheduler|i18next|openapi-fetch|use-sync-external-store|@tanstack\/(?:react-router|router-core|history|store|react-store|react-query|query-core))\//;
const firstInterface =
  /node_modules\/(?:@floating-ui|react-transition-group|@mantine\/(?:store|notifications)|@mantine\/core\/esm\/(?:core|components\/(?:ActionIcon|Avatar|Button|CloseButton|Floating|FocusTrap|Group|Input|Kbd|Loader|Menu|NativeSelect|Notification|Overlay|Popover|Portal|ScrollArea|Stack|Text|Title|Tooltip|Transition|UnstyledButton|VisuallyHidden)))\//;

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
          ],
        },
      },
    },
  },
});
