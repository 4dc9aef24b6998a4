import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

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
  },
});
