import { expect, it } from 'vitest';
import { registeredRoutes } from '../../api/testing/registered-routes.ts';
import { rightsPage } from '../../documents/rights/rights-page.ts';

it('the page that a lawyer reads is what the policy reads, with every route there is (issue 4, sections 3, 5); renew it with `vitest -u`', async () => {
  await expect(rightsPage(await registeredRoutes())).toMatchFileSnapshot('../../docs/tiesibas.md');
});
