/**
 * True when a statement failed because it would break this unique constraint. Works on errors of the driver and on
 * those that MikroORM wraps.
 */
export function violates(error: unknown, constraint: string): boolean {
  const { code, constraint: broken } = error as { code?: unknown; constraint?: unknown };
  return code === '23505' && broken === constraint;
}
