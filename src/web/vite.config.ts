import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import mantine from 'postcss-preset-mantine'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Builds the operator page into `dist/web`, which admin-api serves; `/api` and `/masuk` belong to the server. */
export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [react()],
  css: { postcss: { plugins: [mantine()] } },
  build: { outDir: here('../../dist/web'), emptyOutDir: true, chunkSizeWarningLimit: 1_000 },
})
