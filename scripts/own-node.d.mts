export function ownNode(packages: string): string | undefined;
