/** What may be offered to the reader of a case. Whether it is allowed, the API decides. */
import type { DossierDetail, FactType } from '../../requests/dossiers.ts';

type Act = DossierDetail['acts'][number];

export function may({ acts }: DossierDetail, act: Act): boolean {
  return acts.includes(act);
}

/** Is such a fact offered to somebody in this relation to the case? */
export function mayRecord(dossier: DossierDetail, { byHand, right }: FactType): boolean {
  if (!byHand) return false;
  switch (right) {
    case 'answerReferral':
      // Either side may record an answer that came elsewhere (rules of conduct 13).
      return may(dossier, 'answerReferral') || may(dossier, 'refer');
    case 'recordDanger':
    case 'recordWork':
    case 'refer':
    case 'manageCase':
    case 'assignManager':
    case 'releaseEvaluation':
    case 'reviewEmergency':
    case 'askCorrection':
      return may(dossier, right);
    case 'accountForDuty':
    case 'takeEmergencyAccess':
    case 'product':
      return false;
  }
}
