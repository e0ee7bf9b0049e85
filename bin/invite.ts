/**
 * Orders an invitation for somebody who has a role already: how the first administrator of an institution gets in.
 * The API sends the mail within half a minute; for a training municipality, which sends none, the link is written out.
 * Needs DATABASE_URL (the owner) and PUBLIC_URL.
 *
 *   npm run invite -- PERSON@INSTITUTION.lv
 */
import { wallTime } from '../application/product-clock.ts';
import { readSettings } from '../application/settings.ts';
import { inviteByOperator } from '../application/sign-in/invite-by-operator.ts';
import { openDatabase } from '../db/connect.ts';
import { describeFailure } from './lib/describe-failure.ts';
import { withRunningProduct } from './lib/running-product.ts';

try {
  const [mail, ...more] = process.argv.slice(2);
  if (mail === undefined || more.length > 0)
    throw new Error('Write one mail address: npm run invite -- name@school.lv');
  const settings = readSettings(withRunningProduct(process.env), ['databaseUrl', 'publicUrl']);
  const database = openDatabase(settings.databaseUrl, 1);
  try {
    const outcome = await inviteByOperator(database, mail, wallTime(), settings.publicUrl);
    const words = {
      ordered: 'The invitation is ordered; the mail goes out within half a minute.',
      hasAccount: 'This person has an account already: a link for a new password is what helps.',
      unknown: 'No active person with a role now has this address, or several have.',
    };
    if (typeof outcome === 'object') {
      console.log(`No mail leaves a training municipality. The link, which works once: ${outcome.link}`);
    } else {
      console.log(words[outcome]);
      if (outcome !== 'ordered') process.exitCode = 1;
    }
  } finally {
    await database.close();
  }
} catch (error) {
  console.error(describeFailure(error));
  process.exitCode = 1;
}
