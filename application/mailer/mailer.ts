/** What the delivery loop needs to know about mail: one mail, one recipient, one closed answer. */

/** One mail to one recipient. It holds no names of learners or of their contacts: the templates have no field for one. */
export type OutgoingMail = {
  /** From the notice's row and the same for every attempt (`mail-address.ts`, `messageIdFor`). */
  readonly messageId: string;
  /** The recipient as stored. The address is used exactly as it is, or the mail is refused. */
  readonly to: { readonly name: string; readonly address: string };
  /** Where a reply goes; `null`, or no address that is one, leaves replies to the sender's address. */
  readonly replyTo: string | readonly string[] | null;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Moment of the notice, for the Date header; the same for every attempt, so that the bytes are the same. */
  readonly date: Date;
};

/**
 * How far a sending came.
 * `address`: the stored address is none, nothing was connected. `connect`: no connection yet. `handshake`: greeting,
 * EHLO, STARTTLS. `login`: AUTH. `envelope`: MAIL, RCPT and DATA. `body`: the message is being handed over.
 * `end`: the transport has read the last byte of the message, so the server may have it.
 */
export type SendStage = 'address' | 'connect' | 'handshake' | 'login' | 'envelope' | 'body' | 'end';

/**
 * What came of one attempt.
 *
 * `sent`: the server took the mail over. `response` is its answer, without addresses.
 * `refused`: the server, or our own check of the address (`code: null`), said no. `permanent` asks for a person;
 *   otherwise try again later.
 * `notAccepted`: it surely does not have the mail. Try again later.
 * `uncertain`: it may have the mail. One more try with the same Message-ID, after more than 10 minutes.
 * `misconfigured`: our side or the relay is set up wrongly. Alarm the operator, blame no recipient, try again later.
 */
export type SendOutcome =
  | { readonly outcome: 'sent'; readonly response: string }
  | {
      readonly outcome: 'refused';
      readonly permanent: boolean;
      /** SMTP reply code. */
      readonly code: number | null;
      /** Enhanced status code of RFC 3463, e.g. `5.1.1`, where the server gave one. */
      readonly enhancedCode: string | null;
      readonly stage: SendStage;
    }
  | { readonly outcome: 'notAccepted'; readonly reason: string; readonly stage: SendStage }
  | { readonly outcome: 'uncertain'; readonly reason: string; readonly stage: SendStage }
  | {
      readonly outcome: 'misconfigured';
      readonly problem: 'login' | 'tls' | 'server' | 'sender';
      readonly code: number | null;
      readonly stage: SendStage;
    };

/** Sends; answers once it is known how the attempt ended. Rejects only for a bug, never for what a server did. */
export type Mailer = { send(mail: OutgoingMail): Promise<SendOutcome> };
