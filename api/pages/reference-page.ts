/** The OpenAPI document as a page to read: operations by group, then the schemas they name. */
import type { Document, Media, Operation, Schema } from '../openapi.ts';
import { escaped } from './html.ts';

/** HTML of the whole reference. */
export function referencePage(document: Document): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const groups = document.tags.map(({ name, description }) => {
    const ofGroup = operations.filter(({ operation }) => operation.tags?.includes(name) === true);
    return `<h2 id="${escaped(name)}">${escaped(name)}</h2><p class="soft">${escaped(description)}</p>${ofGroup
      .map(({ path, method, operation }) => operationHtml(path, method, operation))
      .join('')}`;
  });
  const schemas = Object.entries(document.components.schemas)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([name, schema]) =>
        `<details id="schema-${escaped(name)}"><summary><code>${escaped(name)}</code> ${descriptionOf(schema)}</summary>${schemaHtml(schema)}</details>`,
    );
  return [
    `<h1>${escaped(document.info.title)} API ${escaped(document.info.version)}</h1>`,
    ...document.info.description.split('\n\n').map((paragraph) => `<p>${marked(paragraph)}</p>`),
    '<p>The same for programs: <a href="/api/openapi.json">openapi.json</a>. All problems: <a href="/problems">/problems</a>.</p>',
    ...groups,
    '<h2 id="schemas">schemas</h2>',
    ...schemas,
  ].join('');
}

function operationHtml(path: string, method: string, operation: Operation): string {
  const parameters = (operation.parameters ?? []).filter((parameter) => !('$ref' in parameter));
  return [
    `<h3 id="${escaped(operation.operationId ?? path)}"><span class="method">${method.toUpperCase()}</span> <code>${escaped(path)}</code></h3>`,
    `<p>${escaped(operation.summary ?? '')}${operation.security?.length === 0 ? ' <span class="soft">(no token needed)</span>' : ''}</p>`,
    operation.description === undefined ? '' : `<p class="soft">${marked(operation.description)}</p>`,
    parameters.length === 0
      ? ''
      : `<table><thead><tr><th>Parameter</th><th>In</th><th>Required</th><th>Meaning</th></tr></thead><tbody>${parameters.map(parameterRow).join('')}</tbody></table>`,
    ...Object.values(operation.requestBody?.content ?? {}).map((media) => mediaHtml('Body', media)),
    `<table><thead><tr><th>Status</th><th>Meaning</th><th>Content</th></tr></thead><tbody>${Object.entries(operation.responses).map(responseRow).join('')}</tbody></table>`,
  ].join('');
}

function parameterRow(parameter: Schema): string {
  const required = parameter['required'] === true ? 'yes' : 'no';
  return `<tr><td><code>${escaped(String(parameter['name']))}</code></td><td>${escaped(String(parameter['in']))}</td><td>${required}</td><td>${descriptionOf(parameter)} ${schemaHtml(asSchema(parameter['schema']))}</td></tr>`;
}

function responseRow([status, response]: readonly [string, Operation['responses'][string]]): string {
  const contents = Object.entries(response.content ?? {}).map(
    ([type, media]) => `<code>${escaped(type)}</code> ${schemaHtml(media.schema ?? {})}`,
  );
  return `<tr><td>${escaped(status)}</td><td>${escaped(response.description ?? '')}</td><td>${contents.join('<br>')}</td></tr>`;
}

function mediaHtml(title: string, media: Media): string {
  const example =
    media.example === undefined ? '' : `<pre>${escaped(JSON.stringify(media.example, null, 2))}</pre>`;
  return `<p>${title}: ${schemaHtml(media.schema ?? {})}</p>${example}`;
}

function descriptionOf(schema: Schema): string {
  const text = schema['description'];
  return typeof text === 'string' ? `<span class="soft">${marked(text)}</span>` : '';
}

/** A schema in words: references as links, objects as tables, what else there is as its JSON. */
function schemaHtml(schema: Schema): string {
  const { $ref, type, properties, items } = schema;
  if (typeof $ref === 'string') {
    const name = escaped($ref.slice($ref.lastIndexOf('/') + 1));
    return `<a href="#schema-${name}">${name}</a>`;
  }
  const alternatives = schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf'];
  if (Array.isArray(alternatives)) return alternatives.map((one) => schemaHtml(asSchema(one))).join(' or ');
  const values = schema['enum'];
  if (Array.isArray(values)) return values.map((value) => codeOf(value)).join(' | ');
  if (properties !== undefined) return propertiesHtml(asSchema(properties), schema['required']);
  if (type === 'array') return `list of ${schemaHtml(asSchema(items))}`;
  const { description: _description, $schema: _dialect, ...rest } = schema;
  if (Object.keys(rest).length === 0) return 'anything';
  return Object.keys(rest).length === 1 ? codeOf(type ?? rest) : codeOf(rest);
}

function propertiesHtml(properties: Schema, required: unknown): string {
  const needed: readonly unknown[] = Array.isArray(required) ? required : [];
  const rows = Object.entries(properties).map(([name, property]) => {
    const mark = needed.includes(name) ? '' : ' <span class="soft">optional</span>';
    const field = asSchema(property);
    return `<tr><td><code>${escaped(name)}</code>${mark}</td><td>${schemaHtml(field)} ${descriptionOf(field)}</td></tr>`;
  });
  return `<table><tbody>${rows.join('')}</tbody></table>`;
}

/** A word as it is, any other value as JSON. */
function codeOf(value: unknown): string {
  return `<code>${escaped(typeof value === 'string' ? value : JSON.stringify(value))}</code>`;
}

/** Text with its `code` marked. */
function marked(text: string): string {
  return escaped(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

function asSchema(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? (value as Schema) : {};
}
