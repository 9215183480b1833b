import type { TenantView } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import {
  Alert,
  Box,
  Link,
  Skeleton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Link as RouterLink } from 'react-router-dom';
import { useConsoleData } from '../../data/data-provider.ts';
import { districts } from '../../data/sources/regions.ts';
import { Section } from '../../parts/section.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { useExplain } from '../../parts/use-explain.ts';
import { tenantTexts } from '../tenants/tenant-texts.ts';
import { statusTones } from '../tenants/tenant-words.ts';
import { PutInstitution } from './put-institution.tsx';
import { regionsTexts } from './region-texts.ts';

/** The institutions whose figures a region reads: those of its area. */
export function RegionMembers({ region }: { region: TenantView }) {
  const t = useTexts(regionsTexts);
  const explain = useExplain();
  const data = useConsoleData();
  const { data: all, error } = useQuery({
    queryKey: ['districts'],
    queryFn: ({ signal }) => districts(data.call, signal),
  });
  const prefix = region.areaCode?.slice(0, 2) ?? '';
  const isIn = ({ areaCode }: TenantView) => areaCode?.startsWith(prefix) === true;
  const members = all?.filter(isIn);
  return (
    <Section
      title={members ? t('members_n', { n: members.length }) : t('members')}
      help={t('members_help')}
      actions={all && <PutInstitution region={region} others={all.filter((one) => !isIn(one))} />}
    >
      {error && <Alert severity="error">{explain(error)}</Alert>}
      {!members && !error && <Skeleton variant="rounded" height={160} />}
      {members?.length === 0 && <Typography color="text.secondary">{t('members_none')}</Typography>}
      {members !== undefined && members.length > 0 && <MemberTable members={members} />}
    </Section>
  );
}

function MemberTable({ members }: { members: readonly TenantView[] }) {
  const t = useTexts(regionsTexts);
  const tenant = useTexts(tenantTexts);
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={t('members')}>
      <Table size="small" data-testid="region-members">
        <TableHead>
          <TableRow>
            <TableCell>{t('institution')}</TableCell>
            <TableCell>{t('district')}</TableCell>
            <TableCell>{t('status')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {members.map(({ id, name, areaName, areaCode, status }) => (
            <TableRow key={id}>
              <TableCell component="th" scope="row">
                <Link component={RouterLink} to={`/tenants/${id}/show`}>
                  {name}
                </Link>
              </TableCell>
              <TableCell>{areaName ?? areaCode}</TableCell>
              <TableCell>
                <StateChip tone={statusTones[status]} label={tenant(`status_${status}`)} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
