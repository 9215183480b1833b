import type { Board } from '@sunbeon/contract';
import { localText, useLanguage, type Received } from '@sunbeon/ui';

/** No pictures at all: the office by its name. */
export function OfficeCard({ board }: { board: Received<Board> }) {
  const language = useLanguage();
  return (
    <div className="media media--none" data-testid="no-media">
      <p>{localText(board.value.office.names, language)}</p>
    </div>
  );
}
