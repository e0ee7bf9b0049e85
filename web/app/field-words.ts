/**
 * What a browser says of an empty or wrong field stands in the language of the browser; here it is said in that of the
 * page. One listener for all forms, as the check itself is the browser's.
 */
import type { TFunction } from 'i18next';

type Checked = Element & Pick<HTMLInputElement, 'validity' | 'setCustomValidity'>;

export function sayFieldsIn(t: TFunction): () => void {
  const say = ({ target }: Event) => {
    if (isChecked(target)) target.setCustomValidity(wordsOf(target.validity, t));
  };
  // The words are the fault itself: without taking them away nothing typed would be right again.
  const forget = ({ target }: Event) => {
    if (isChecked(target)) target.setCustomValidity('');
  };
  document.addEventListener('invalid', say, true);
  document.addEventListener('input', forget, true);
  return () => {
    document.removeEventListener('invalid', say, true);
    document.removeEventListener('input', forget, true);
  };
}

/** Empty where the browser's own words are the best there are. */
function wordsOf({ valueMissing, typeMismatch }: ValidityState, t: TFunction): string {
  if (valueMissing) return t('shell.field.missing');
  return typeMismatch ? t('shell.field.noMail') : '';
}

function isChecked(target: EventTarget | null): target is Checked {
  return target instanceof Element && 'setCustomValidity' in target;
}
