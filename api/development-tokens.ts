/** For trying out without signing in: `dev-` and the id of a person is that person's token. For invented people only. */
import type { Tokens } from './plugins/guard.ts';

const form = /^dev-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export type DevelopmentTokenParts = {
  /** Does the database hold invented people only? Asked until it once says yes. */
  readonly training: () => Promise<boolean>;
  /** Ids of the institutions in which an active person holds a role now; a person who is not known has none. */
  readonly institutionsOf: (personId: string) => Promise<readonly string[]>;
};

/** The token of a person, never on a database that is not marked as a training one. */
export function developmentTokenOf(personId: string): string {
  return `dev-${personId}`;
}

/** Resolves the tokens. Whoever works for several institutions must name one. */
export function developmentTokens({ training, institutionsOf }: DevelopmentTokenParts): Tokens {
  let isTraining = false;
  return async (token, actingFor) => {
    const personId = form.exec(token)?.[1];
    if (personId === undefined) return null;
    isTraining ||= await training();
    if (!isTraining) return null;
    const institutions = [...new Set(await institutionsOf(personId))];
    const wanted = actingFor ?? (institutions.length === 1 ? institutions[0] : undefined);
    return wanted !== undefined && institutions.includes(wanted) ? { personId, institutionId: wanted } : null;
  };
}
