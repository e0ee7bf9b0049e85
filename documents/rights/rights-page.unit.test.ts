import { expect, it } from 'vitest';
import { rightsPage } from './rights-page.ts';

it('the page that a lawyer reads is what the policy reads (issue 4, section 3); renew it with `vitest -u`', async () => {
  await expect(rightsPage()).toMatchFileSnapshot('../../docs/tiesibas.md');
});
