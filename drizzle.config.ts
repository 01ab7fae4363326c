import { defineConfig } from 'drizzle-kit';

// eslint-disable-next-line no-restricted-syntax -- the tool reads the default export
export default defineConfig({ dialect: 'sqlite', schema: './src/db/schema/index.ts', out: './drizzle' });
