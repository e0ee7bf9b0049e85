/** How a file was read, and what its rows come to: the closed lists that the answers name. */

export const fileEncodings = ['utf-8', 'utf-16le', 'windows-1257'] as const;
export type FileEncoding = (typeof fileEncodings)[number];

export const fileDelimiters = ['semicolon', 'comma', 'tab'] as const;
export type FileDelimiter = (typeof fileDelimiters)[number];

/** `extended`: what is there already gets something more, such as a person a role. */
export const rowOutcomes = ['created', 'extended', 'known', 'problem'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];
