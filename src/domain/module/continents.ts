import { regionOf } from '../safety/regions.ts';

/** UN M49 regions by their sub-regions: what a long list of countries is divided by. */
const subRegions: Readonly<Record<string, readonly string[]>> = {
  m49_002: ['015', '014', '017', '018', '011'],
  m49_019: ['029', '013', '005', '021'],
  m49_142: ['143', '030', '035', '034', '145'],
  m49_150: ['151', '154', '039', '155'],
  m49_009: ['053', '054', '057', '061', '010'],
};

export const continents: readonly string[] = Object.keys(subRegions);

/** The continent (`m49_002` and so on) of a country code. */
export function continentOf(country: string): string | undefined {
  const region = regionOf(country);
  return continents.find((continent) => region !== undefined && subRegions[continent]?.includes(region) === true);
}
