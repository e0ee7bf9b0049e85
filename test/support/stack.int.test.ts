import postgres from 'postgres';
import { expect, it } from 'vitest';
import { createDatabase, createNamespace } from './stack.ts';

it('two tests with the same template share nothing but its content', async () => {
  let prepared = 0;
  const template = {
    name: 'stack_test',
    prepare: async (ownerUrl: string) => {
      prepared += 1;
      const sql = postgres(ownerUrl, { max: 1 });
      await sql`create table thing (name text)`;
      await sql`insert into thing values ('ābele')`;
      await sql.end();
    },
  };
  const [one, other] = [await createDatabase(template), await createDatabase(template)];
  const [sqlOne, sqlOther] = [postgres(one.ownerUrl, { max: 1 }), postgres(other.ownerUrl, { max: 1 })];
  try {
    await sqlOne`delete from thing`;
    expect(await sqlOther`select upper(name) as name from thing`).toEqual([{ name: 'ĀBELE' }]);
    expect(prepared).toBe(1);
  } finally {
    await Promise.all([sqlOne.end(), sqlOther.end()]);
    await Promise.all([one.drop(), other.drop()]);
  }
});

it('a fresh namespace is served at once and is empty', async () => {
  const place = await createNamespace();
  try {
    const { namespace } = place;
    const { executions } = await place.connection.workflowService.listWorkflowExecutions({ namespace });
    expect(executions).toEqual([]);
  } finally {
    await place.close();
  }
});
