export async function rulesIn(_workspaceId: string): Promise<unknown> {
  return {};
}
