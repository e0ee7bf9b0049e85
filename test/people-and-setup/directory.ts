/** The directory of receivers. */
import { describe, expect, it } from 'vitest';
import type { DirectoryAnswer } from '../../contracts/directory.ts';
import { elsewhere, get, place, product } from './office.ts';

export function directory(): void {
  describe('directory', () => {
    it('receivers come with municipality and address, also of other municipalities, page by page (R 17)', async () => {
      const own = await get<DirectoryAnswer>(place.teacher, '/directory?kind=school');
      expect(own.institutions.map(({ id, ownMunicipality }) => [id, ownMunicipality])).toEqual([
        [place.school, true],
        [elsewhere.school, false],
      ]);
      expect(own.institutions[0]).toMatchObject({ municipality: { id: place.id, name: 'Ozolkalna novads' } });
      expect(own.institutions[0]?.contacts.map(({ role }) => role)).toEqual(['onCall', 'principal']);
      const found: string[] = [];
      let cursor = '';
      do {
        const page = await get<DirectoryAnswer>(place.teacher, `/directory?limit=3${cursor}`);
        found.push(...page.institutions.map(({ id }) => id));
        cursor = page.next === null ? '' : `&cursor=${page.next}`;
      } while (cursor !== '');
      const [all] = await product.sql`select count(*)::int as n from institution where active`;
      expect([new Set(found).size, found.length]).toEqual([all?.['n'], all?.['n']]);
    });

    it('search: words in any order, without case or marks', async () => {
      const ids = async (text: string) =>
        (
          await get<DirectoryAnswer>(
            place.teacher,
            `/directory?municipalityId=${place.id}&search=${encodeURIComponent(text)}`,
          )
        ).institutions.map(({ id }) => id);
      expect(await ids('DIENESTS socialais')).toEqual([place.socialService]);
      expect(await ids('sociālais  novada')).toEqual([place.socialService]);
      expect(await ids("'; drop table institution; --")).toEqual([]);
      expect(await ids('%')).toEqual([]);
    });
  });
}
