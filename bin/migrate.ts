/**
 * Brings the database up to date and lets the product's roles sign in. Needs DATABASE_URL (the owner); the passwords
 * are those of DATABASE_URL_API, …_CLOCK, …_AUTH and …_VERIFY, or APP_API_PASSWORD, APP_CLOCK_PASSWORD,
 * APP_AUTH_PASSWORD and APP_VERIFY_PASSWORD. May be run again.
 */
import { readSettings } from '../application/settings.ts';
import { migrate } from '../db/migrate.ts';
import { describeFailure } from './lib/describe-failure.ts';
import { withRunningProduct } from './lib/running-product.ts';

/** The password in the address, if it is the role's own: another sign-in name is somebody else's to manage. */
function passwordOf(role: string, url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const { username, password } = new URL(url);
  return decodeURIComponent(username) === role && password !== '' ? decodeURIComponent(password) : undefined;
}

try {
  const settings = readSettings(withRunningProduct(process.env), ['databaseUrl']);
  await migrate(settings.databaseUrl, {
    appApiPassword: passwordOf('app_api', settings.databaseUrlApi),
    appClockPassword: passwordOf('app_clock', settings.databaseUrlClock),
    appAuthPassword: passwordOf('app_auth', settings.databaseUrlAuth),
    appVerifyPassword: passwordOf('app_verify', settings.databaseUrlVerify),
  });
  console.log('The database is up to date.');
} catch (error) {
  console.error(describeFailure(error));
  process.exitCode = 1;
}
