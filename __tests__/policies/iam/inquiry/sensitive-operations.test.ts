import { Inquiry } from '../../../../policies/iam/inquiry/inquiry';
import { SENSITIVE_OPERATIONS } from '../../../../policies/iam/inquiry/sensitive-operations';
import { Subjects } from '../../../../policies/iam/inquiry/subjects';
import { actionsNamed, formsOf } from '../../../../policies/iam/services/actions';
import { fitsArnForm } from '../../../../policies/iam/services/arn-form';
import { openText } from '../../../../policies/model/policy/policy-json';
import { resource, universeOf } from '../../model/network/documents';

it('sensitive operations have ids of their own, and titles that go on from a name', () => {
  const ids = SENSITIVE_OPERATIONS.map(({ id }) => id);

  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, title } of SENSITIVE_OPERATIONS) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(title).toMatch(/^[a-z][\w ,]+[a-z]$/i);
  }
});

describe('each action of an operation is one that AWS has, about a resource of the form that it takes', () => {
  it.each(SENSITIVE_OPERATIONS.map((operation) => [operation.id, operation] as const))('%s', (_id, operation) => {
    const { on, actions } = operation;
    const types = on === 'objects' ? ['aws_s3_bucket'] : on === 'account' ? ['aws_iam_account_alias'] : on;
    const universe = universeOf(types.map((type) => resource(`${type}.x`, { name: 'x', bucket: 'x' })));
    const subjects = new Subjects(Inquiry.of(universe)).of(operation);

    expect(actions).not.toEqual([]);
    expect(subjects).toHaveLength(types.length);
    expect(types).not.toEqual([]);
    for (const action of actions) {
      expect(actionsNamed(action)).toEqual([expect.objectContaining({ name: action })]);
      const forms = formsOf(action);
      for (const { arn } of subjects.map(({ resourceOf }) => resourceOf(action))) {
        expect(openText(arn)).toMatch(/^(\*$|arn:)/);
        expect(arn === '*' ? forms.length === 0 : forms.some((form) => fitsArnForm(arn, form))).toBe(true);
      }
    }
  });
});
