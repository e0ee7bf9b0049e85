/**
 * A procedure as a file or an answer: the shape only. Whether its facts, fields and duties exist is for
 * `checkProcedure`.
 */
import { z } from 'zod';
import type { CountedTerm, DueRule } from '../domain/procedure/due-rule.ts';
import type { Condition, DutyDefinition, Fulfilment } from '../domain/procedure/duty-definition.ts';
import type { InstitutionExpression, PartyExpression } from '../domain/procedure/party.ts';
import type { Procedure } from '../domain/procedure/procedure.ts';
import { force } from './duty.ts';
import { eventTypes } from './event.ts';
import { exactly } from './exactly.ts';
import { institutionKind, outsideParty, role } from './parties.ts';
import { bilingual, count } from './values.ts';

const name = z.string();
const landing = z.enum(['next', 'previous', 'asIs']);
const factType = z.enum(eventTypes);

const termShape = {
  kind: z.literal('term'),
  amount: z.int(),
  unit: z.enum(['hour', 'workingDay', 'day', 'week', 'month']),
  landing,
  ceiling: z.boolean().exactOptional(),
};

const countedTerm = exactly<CountedTerm>()(z.strictObject(termShape));

export const dueRule: z.ZodType<DueRule, DueRule> = exactly<DueRule>()(
  z
    .discriminatedUnion('kind', [
      z.strictObject(termShape),
      z.strictObject({ kind: z.literal('sameDay') }),
      z.strictObject({ kind: z.literal('immediate') }),
      z.strictObject({
        kind: z.literal('agreed'),
        field: name,
        landing,
        get otherwise(): z.ZodType<DueRule, DueRule> {
          return dueRule;
        },
      }),
      z.strictObject({
        kind: z.literal('before'),
        field: name,
        amount: z.int(),
        unit: z.enum(['workingDay', 'day']),
      }),
      z.strictObject({ kind: z.literal('fixedDate'), month: z.int(), day: z.int() }),
      z.strictObject({ kind: z.literal('endOfPeriod'), field: name }),
      z.strictObject({
        kind: z.literal('earliestOf'),
        get rules(): z.ZodType<readonly DueRule[], readonly DueRule[]> {
          return z.array(dueRule) as unknown as z.ZodType<readonly DueRule[], readonly DueRule[]>;
        },
      }),
      z.strictObject({ kind: z.literal('notTimed') }),
    ])
    .meta({ id: 'DueRule', description: 'When something is due.' }),
);

const institutionExpression = exactly<InstitutionExpression>()(
  z
    .union([
      institutionKind,
      z.enum(['actor', 'referralSender', 'referralReceiver']),
      z.strictObject({ field: name }),
    ])
    .meta({ id: 'InstitutionExpression' }),
);

const partyExpression = exactly<PartyExpression>()(
  z
    .discriminatedUnion('party', [
      z.strictObject({ party: z.literal('role'), role, at: institutionExpression.exactOptional() }),
      z.strictObject({ party: z.literal('institution'), at: institutionExpression }),
      z.strictObject({ party: z.literal('actor') }),
      z.strictObject({ party: z.literal('family'), who: z.enum(['learner', 'parents', 'both']) }),
      z.strictObject({ party: z.literal('outside'), name: outsideParty }),
    ])
    .meta({ id: 'PartyExpression', description: 'Who owes or waits, from the point of view of a case.' }),
);

const condition: z.ZodType<Condition, Condition> = exactly<Condition>()(
  z
    .union([
      z.strictObject({ field: name, is: z.union([z.string(), z.boolean(), z.number()]) }),
      z.strictObject({ field: name, oneOf: z.array(z.string()) }),
      z.strictObject({ field: name, includes: z.string() }),
      z.strictObject({ field: name, present: z.boolean() }),
      z.strictObject({ receiverKind: z.array(institutionKind) }),
      z.strictObject({ actorKind: z.array(institutionKind) }),
      z.strictObject({ referralKind: z.array(z.string()) }),
      z.strictObject({ referralFlag: z.literal('answerWanted'), is: z.boolean() }),
      z.strictObject({
        get not(): z.ZodType<Condition, Condition> {
          return condition;
        },
      }),
    ])
    .meta({ id: 'Condition', description: 'A test on one fact.' }),
);

const factPattern = z
  .strictObject({ fact: factType, where: z.array(condition).exactOptional() })
  .meta({ id: 'FactPattern' });

const correlation = z
  .strictObject({
    field: name,
    equals: z.union([z.strictObject({ field: name }), z.enum(['factId', 'element'])]),
  })
  .meta({ id: 'Correlation' });

const match = z.array(correlation);

const fulfilmentList = (): z.ZodType<readonly Fulfilment[], readonly Fulfilment[]> => z.array(fulfilment);

const fulfilment: z.ZodType<Fulfilment, Fulfilment> = exactly<Fulfilment>()(
  z
    .union([
      z.strictObject({
        by: factPattern,
        match: match.exactOptional(),
        part: name.exactOptional(),
      }),
      z.strictObject({
        get allOf() {
          return fulfilmentList();
        },
      }),
      z.strictObject({
        get anyOf() {
          return fulfilmentList();
        },
      }),
      z.strictObject({
        perElement: name,
        by: factPattern,
        elementField: name,
        match: match.exactOptional(),
      }),
      z.strictObject({ reaching: z.array(institutionKind), by: factPattern, field: name }),
    ])
    .meta({ id: 'Fulfilment', description: 'What settles a duty.' }),
);

const trigger = z
  .union([
    z.strictObject({ each: z.array(factPattern), perId: name.exactOptional() }),
    z.strictObject({ all: z.array(factPattern) }),
    z.strictObject({ series: z.array(factPattern) }),
  ])
  .meta({ id: 'Trigger', description: 'What starts a duty.' });

const dutyDefinition = exactly<DutyDefinition>()(
  z
    .strictObject({
      id: name,
      title: bilingual,
      offer: z.enum(['on', 'offered']),
      startsWhen: trigger,
      runsFrom: name.exactOptional(),
      owedBy: partyExpression,
      owedTo: z.array(partyExpression),
      follower: partyExpression.exactOptional(),
      due: dueRule,
      dueIfAcute: dueRule.exactOptional(),
      opensAfter: countedTerm.exactOptional(),
      force,
      settledBy: fulfilment,
      variants: z
        .array(
          z.strictObject({
            where: z.array(condition),
            owedBy: partyExpression.exactOptional(),
            owedTo: z.array(partyExpression).exactOptional(),
            follower: partyExpression.exactOptional(),
            due: dueRule.exactOptional(),
            force: force.exactOptional(),
            settledBy: fulfilment.exactOptional(),
          }),
        )
        .exactOptional(),
      endedBy: z.array(z.strictObject({ by: factPattern, match: match.exactOptional() })).exactOptional(),
      postponedBy: z.array(z.strictObject({ by: factPattern, match })).exactOptional(),
      announced: z.boolean().exactOptional(),
      danger: z.literal(true).exactOptional(),
      proposed: z.literal(true).exactOptional(),
      note: bilingual.exactOptional(),
      sources: z.array(z.string()),
    })
    .meta({ id: 'DutyDefinition', description: 'One row of the duties table.' }),
);

export const procedureFile = exactly<Procedure>()(
  z
    .strictObject({
      id: name,
      version: name,
      title: bilingual,
      runsOn: z.enum(['case', 'institutionYear', 'both']),
      duties: z.array(dutyDefinition),
      steps: z.array(
        z
          .strictObject({
            id: name,
            title: bilingual,
            level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
            ledBy: partyExpression,
            takesPart: z.array(partyExpression),
            duties: z.array(name),
            anyTime: z.literal(true).exactOptional(),
            next: z.array(
              z.strictObject({
                to: z.array(name),
                choose: z.enum(['one', 'oneOrMore', 'all']),
                when: z.array(factPattern),
                condition: bilingual,
              }),
            ),
            sources: z.array(z.string()),
          })
          .meta({ id: 'ProcedureStep' }),
      ),
      thresholds: z.array(
        z
          .strictObject({
            id: name,
            title: bilingual,
            unit: z.enum(['lesson', 'studyDay', 'day', 'attempt', 'percentOfLessons']),
            per: z.enum(['semester', 'month', 'fourWeeks', 'row']),
            operator: z.enum(['>=', '>']),
            amount: z.number(),
            schoolKind: z.enum(['school', 'preschool', 'any']),
            legal: z.boolean(),
            starts: name,
            from: z.string(),
            until: z.string().exactOptional(),
            sources: z.array(z.string()),
          })
          .meta({ id: 'Threshold' }),
      ),
      escalation: z.strictObject({
        head: count.exactOptional(),
        waitingSide: count.exactOptional(),
        propose: count.exactOptional(),
      }),
      sources: z.array(z.string()),
    })
    .meta({ id: 'Procedure', description: 'Duties, steps, thresholds and escalation, all as data.' }),
);
