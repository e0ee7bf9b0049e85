/** For `drizzle-kit generate --config db/drizzle.config.ts`, run in the project's folder. */
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/index.ts',
  out: './db/migrations',
});
