/** Municipalities' identity providers, from the operator's file. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Settings, SettingsError } from '../settings.ts';
import type { OidcProviderSetting } from './oidc-provider-setting.ts';

/** A secret and an identity go over the wire: in clear only to this machine itself. */
function isSafe(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname } = new URL(issuer);
  return (
    protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
  );
}

const providers = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]{1,40}$/),
      municipalityId: z.uuid(),
      name: z.string().min(1).max(100),
      issuer: z.string().refine(isSafe, { error: 'must be an https address' }),
      clientId: z.string().min(1),
      clientSecret: z.string().min(16),
    }),
  )
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, { error: 'names an id twice' });

/** None where no file is set. Throws SettingsError where it cannot be used; the message repeats no secret. */
export async function loadProviders({
  oidcProvidersFile,
}: Pick<Settings, 'oidcProvidersFile'>): Promise<readonly OidcProviderSetting[]> {
  if (oidcProvidersFile === undefined) return [];
  const content = await readFile(oidcProvidersFile, 'utf8').catch(() => {
    throw new SettingsError([`OIDC_PROVIDERS_FILE: ${oidcProvidersFile} cannot be read`]);
  });
  const parsed = providers.safeParse(json(content));
  if (parsed.success) return parsed.data;
  throw new SettingsError(
    parsed.error.issues.map(({ path, message }) => `OIDC_PROVIDERS_FILE: ${path.join('.')} ${message}`),
  );
}

function json(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
