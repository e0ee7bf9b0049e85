import swagger from '@fastify/swagger';
import Fastify from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import { describe, expect, it } from 'vitest';
import { openDossier, written } from './dossier.ts';
import { mergeInputSchemas } from './merge-input-schemas.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe('mergeInputSchemas', () => {
  it('keeps one of two that say the same, and both of two that differ, with all that refers to them', () => {
    const document = {
      openapi: '3.1.0',
      paths: { '/x': { schema: [ref('AInput'), ref('BInput'), ref('CInput')] } },
      components: {
        schemas: {
          A: { type: 'string' },
          AInput: { type: 'string' },
          B: { type: 'number' },
          BInput: { type: 'string' },
          C: { items: ref('B'), also: ref('A') },
          CInput: { items: ref('BInput'), also: ref('AInput') },
          UserInput: { type: 'string' },
        },
      },
    };
    expect(mergeInputSchemas(document)).toEqual({
      openapi: '3.1.0',
      paths: { '/x': { schema: [ref('A'), ref('BInput'), ref('CInput')] } },
      components: {
        schemas: {
          A: { type: 'string' },
          B: { type: 'number' },
          BInput: { type: 'string' },
          C: { items: ref('B'), also: ref('A') },
          CInput: { items: ref('BInput'), also: ref('A') },
          UserInput: { type: 'string' },
        },
      },
    });
  });

  it('leaves no schema of the real document twice, and no reference without its schema', async () => {
    const app = Fastify();
    app.setValidatorCompiler(validatorCompiler);
    app.setSerializerCompiler(serializerCompiler);
    await app.register(swagger, {
      openapi: { openapi: '3.1.0', info: { title: 'Termiņsargs', version: '1' } },
      transform: jsonSchemaTransform,
      transformObject: jsonSchemaTransformObject,
    });
    app.post('/dossiers', { schema: { body: openDossier, response: { 201: written } } }, () => undefined);
    await app.ready();
    const document = mergeInputSchemas(JSON.parse(JSON.stringify(app.swagger())));
    await app.close();
    const names = Object.keys(document.components.schemas);
    expect(names).toContain('OpenDossier');
    expect(names.filter((name) => name.endsWith('Input'))).toEqual([]);
    const named = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
    expect(named.length).toBeGreaterThan(0);
    expect(
      named.map(([, name]) => name).filter((name) => name === undefined || !names.includes(name)),
    ).toEqual([]);
  });
});
