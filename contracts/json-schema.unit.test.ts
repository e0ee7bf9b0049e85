import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { eventTypes } from './event.ts';
import './calendar.ts';
import './directory.ts';
import './dossier.ts';
import './problem.ts';
import './story.ts';
import './what-if.ts';

type Schema = { readonly [key: string]: unknown };

/** What the OpenAPI document is made of: every named schema, by its name. */
function named(io: 'input' | 'output'): Readonly<Record<string, Schema>> {
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    io,
    uri: (name) => `#/components/schemas/${name}`,
  });
  return schemas;
}

function refsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(refsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : refsIn(inner),
  );
}

describe.each(['input', 'output'] as const)('JSON Schema of the wire (%s)', (io) => {
  it('can be made of every schema, under names that OpenAPI allows', () => {
    const names = Object.keys(named(io));
    expect(names).toContain('Problem');
    expect(names).toContain('Duty');
    expect(names.filter((name) => !/^[a-zA-Z0-9._-]+$/.test(name))).toEqual([]);
  });

  it('has a fact, an event and data for each type of the vocabulary', () => {
    const schemas = named(io);
    for (const type of eventTypes) {
      expect(Object.keys(schemas)).toEqual(
        expect.arrayContaining([`Fact.${type}`, `Event.${type}`, `Data.${type}`]),
      );
    }
  });

  it('refers to named schemas only', () => {
    const schemas = named(io);
    const known = Object.keys(schemas).map((name) => `#/components/schemas/${name}`);
    const refs = new Set(refsIn(schemas));
    expect(refs.size).toBeGreaterThan(0);
    expect([...refs].filter((ref) => !known.includes(ref) && ref !== '#')).toEqual([]);
  });
});

describe('JSON Schema of a fact', () => {
  it('closes every object, so that no field gets in unseen', () => {
    const schemas = named('input');
    for (const type of eventTypes) {
      expect(schemas[`Fact.${type}`]).toMatchObject({ type: 'object', additionalProperties: false });
      expect(schemas[`Data.${type}`]).toMatchObject({ type: 'object', additionalProperties: false });
    }
  });

  it('tells required fields from those that may be left out', () => {
    const schemas = named('input');
    expect(schemas['Data.referral.sent']).toMatchObject({
      required: ['referralId', 'receiverId', 'kindCode', 'channelCode'],
      properties: {
        sentOn: { $ref: '#/components/schemas/Day' },
        kindCode: { type: 'string', enum: expect.arrayContaining(['handover', 'letter']) },
      },
    });
    expect(schemas['Data.notice.sent']).toMatchObject({
      properties: { receiverIds: { type: 'array', minItems: 1, uniqueItems: true } },
    });
  });
});
