import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    dir: 'test',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: ['default'],
  },
});
