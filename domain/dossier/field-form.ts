/** The written forms of the field kinds, once for the check in the core and for the schemas of the wire. */

/** An opaque id: letters, digits, `_` and `-`, at most 64. */
export const idForm = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/**
 * A short code: letters (Latvian ones too), digits and `.:/_-`, at most 60; a space only inside, and only where
 * there is a digit (“1-9 / 25”).
 */
export const labelForm =
  /^(?! )(?:[A-Za-zĀČĒĢĪĶĻŅŠŪŽāčēģīķļņšūž0-9.:/_-]{1,60}|(?=.*[0-9])[A-Za-zĀČĒĢĪĶĻŅŠŪŽāčēģīķļņšūž0-9.:/_ -]{1,60})(?<! )$/;

/**
 * A duty's id, `reply` or `report-danger@S`, at most 60, or a duty's key: the id, then `:` and the ids that started
 * it.
 */
export const dutyRefForm =
  /^(?=[^:]{1,60}(?::|$))[a-z0-9]+(?:-[a-z0-9]+)*(?:@[A-Za-z0-9-]{1,20})?(?::[A-Za-z0-9_-]{1,64}){0,2}$/;

/** A list holds one to this many elements, each once. */
export const longestList = 200;

/** A count is a whole number from 0 to this. */
export const largestCount = 1_000_000;
