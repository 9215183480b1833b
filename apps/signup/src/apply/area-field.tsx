import { provinces } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { useId } from 'react';
import { Field, WrongMark } from '../parts/field.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { applyTexts } from '../texts/apply-texts.ts';
import { codeOf, districtsOf, otherDistrict, type Area } from './area.ts';

interface AreaFieldProps {
  area: Area;
  error: string | null;
  onArea: (area: Area) => void;
}

/** Where the institution is: province, then district. Its ten-digit code follows from them. */
export function AreaField({ area, error, onArea }: AreaFieldProps) {
  const t = useTexts(applyTexts);
  const said = useId();
  const districts = districtsOf(area.province);
  const other = area.district === otherDistrict;
  const wrong = error !== null && !other;
  const chooseProvince = (province: string) => {
    const [only, ...more] = districtsOf(province);
    onArea({ ...area, province, district: only !== undefined && more.length === 0 ? only[0] : '' });
  };
  return (
    <>
      <div className="stack stack--close">
        <div className="pair">
          <SelectField
            label={t('province')}
            name="province"
            value={area.province}
            aria-invalid={wrong && area.province === ''}
            aria-describedby={said}
            onChange={(event) => chooseProvince(event.target.value)}
          >
            <option value="">{t('choose')}</option>
            {provinces.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t('district')}
            name="district"
            value={area.district}
            disabled={area.province === ''}
            aria-invalid={wrong && area.province !== ''}
            aria-describedby={said}
            onChange={(event) => onArea({ ...area, district: event.target.value })}
          >
            <option value="">{t('choose')}</option>
            {districts.map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
            <option value={otherDistrict}>{t('other_district')}</option>
          </SelectField>
        </div>
        <p className="field__said" id={said}>
          {wrong ? (
            <span className="field__error">
              <WrongMark />
              {error}
            </span>
          ) : (
            <span className="muted">{!other && codeOf(area) !== '' && t('area_code_is', { code: codeOf(area) })}</span>
          )}
        </p>
      </div>
      {other && (
        <Field
          name="areaCode"
          label={t('area_code')}
          hint={t('area_code_hint')}
          inputMode="numeric"
          maxLength={10}
          value={area.code}
          error={error}
          onChange={(event) => onArea({ ...area, code: event.target.value.replace(/\D/g, '') })}
        />
      )}
    </>
  );
}
