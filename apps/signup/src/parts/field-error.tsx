import { WrongMark } from './field.tsx';

/** What is wrong with a group of entries, tied to them by its id. */
export function FieldError({ id, error }: { id: string; error: string | null }) {
  return (
    <p id={id} className="field__said">
      {error !== null && (
        <span className="field__error">
          <WrongMark />
          {error}
        </span>
      )}
    </p>
  );
}
