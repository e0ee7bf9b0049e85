/** The procedures that the product ships, by id. */
import type { Procedure } from '../domain/procedure/procedure.ts';
import { national2025 } from './national-2025/index.ts';

export const procedures: Readonly<Record<string, Procedure>> = {
  [national2025.id]: national2025,
};
