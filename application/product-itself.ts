/** The author of facts that no person recorded: rungs of the ladder, refused mails. */
export const productItself = '00000000-0000-0000-0000-000000000000';
