/** Why the core says no: one closed list of codes, mapped once to HTTP. Anything else is a bug. */
export const refusalCodes = [
  'factInvalid',
  'factInFuture',
  'factUnknown',
  'factAlreadyWithdrawn',
  'factNotYours',
  'dossierClosed',
  'dossierOpen',
  'dangerOpen',
  'dutyUnknown',
  'dutySettled',
  'dutyNotSettled',
  'dutyNotTakenOver',
  'dangerNotPostponable',
  'dangerNotWaivable',
  'ceilingNotPostponable',
  'postponedTooFar',
  'newDueInPast',
  'referralUnknown',
  'referralAlreadyOpen',
  'referralAlreadyReceived',
  'referralAlreadyAcknowledged',
  'referralEnded',
  'notReceiver',
  'notSender',
  'receiverUnknown',
  'dutyNotLate',
  'replyUnconfirmed',
  'answerKnown',
  'complaintNotPrepared',
  'receiverWindowOpen',
  'complaintToOwner',
  'ruleBroken',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** `path` points into the command (`facts[0].data.newDueOn`); `detail` holds codes and days, never words. */
export type Refusal = {
  readonly refused: RefusalCode;
  readonly path: string;
  readonly detail?: Readonly<Record<string, string | number>>;
};
