/** One case with one timed duty: a handover that waits for its acknowledgement (K 4.2 L1351). */
import { randomUUID } from 'node:crypto';
import { freshWrite } from './fresh-write.ts';
import { type BenchMunicipality, holder } from './municipality.ts';
import type { BenchProduct } from './product.ts';

/** Opens it as a class teacher does, through the application. Gives the dossier's id. */
export async function openHandover(
  { application }: BenchProduct,
  place: BenchMunicipality,
  nth: number,
): Promise<string> {
  const school = place.schools[nth % place.schools.length];
  if (school === undefined) throw new Error('a municipality without schools');
  const teacher = holder(school, 'classTeacher', nth % 10);
  const opened = await application.openDossier(
    teacher,
    {
      kind: 'case',
      schoolId: school.id,
      procedureId: 'national-2025',
      classTeacherId: teacher.personId,
      learner: { firstName: 'Aivija', lastName: 'Vītolniece', className: '5.b' },
      facts: [
        {
          type: 'referral.sent',
          data: {
            referralId: randomUUID(),
            receiverId: place.socialService.id,
            kindCode: 'handover',
            channelCode: 'product',
          },
          words: 'Trīs nedēļas nav bijusi skolā.',
        },
      ],
    },
    freshWrite(),
  );
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  return opened.value.dossierId;
}
