import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** While developing, /vitrine is the page with every building block; the build knows only index.html. */
const vitrine: Plugin = {
  name: "vitrine",
  apply: "serve",
  configureServer({ middlewares }) {
    middlewares.use((request, _, next) => {
      request.url = request.url?.replace(/^\/vitrine(?=$|[/?])\/?/, "/vitrine.html");
      next();
    });
  },
};

export default defineConfig({
  plugins: [react(), vitrine],
  clearScreen: false,
  server: { port: 1420, strictPort: true },
  build: {
    target: "es2022",
    // Fonts stay files: the content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
  test: {
    environment: "jsdom",
    setupFiles: ["./src/test-setup.ts"],
    css: false,
    testTimeout: 20_000,
  },
});
