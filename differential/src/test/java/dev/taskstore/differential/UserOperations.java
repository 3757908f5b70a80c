package dev.taskstore.differential;

import dev.taskstore.UserRepository;
import dev.taskstore.differential.model.ModelUsers;
import dev.taskstore.differential.model.UserDraft;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The operations that only users have, by their unique keys. */
final class UserOperations {

  private final UserForm form = new UserForm();

  void addTo(Catalogue catalogue) {
    catalogue.add(2, this::findByUsername);
    catalogue.add(2, this::findByEmail);
    catalogue.add(
        1,
        all(
            "findAllByUsername",
            UserForm::username,
            UserRepository::findAllByUsername,
            ModelUsers::findAllByUsername));
    catalogue.add(
        1,
        all(
            "findAllByEmail",
            UserForm::email,
            UserRepository::findAllByEmail,
            ModelUsers::findAllByEmail));
    catalogue.add(4, this::upsertByUsername);
    catalogue.add(4, this::upsertByEmail);
    catalogue.add(2, this::upsertAllByUsername);
    catalogue.add(2, this::upsertAllByEmail);
  }

  private static Operation call(
      String name,
      @Nullable Object argument,
      Function<UserRepository, Object> onLibrary,
      Function<ModelUsers, Object> onModel) {
    return Operation.of(
        "users." + name,
        List.of(argument == null ? "null" : argument),
        side -> onLibrary.apply(side.session().users()),
        side -> onModel.apply(side.store().users()));
  }

  private Operation findByUsername(Draw draw) {
    String name = draw.sometimes(98, () -> UserForm.username(draw));
    return call("findByUsername", name, r -> r.findByUsername(name), t -> t.findByUsername(name));
  }

  private Operation findByEmail(Draw draw) {
    String email = draw.sometimes(98, () -> UserForm.email(draw));
    return call("findByEmail", email, r -> r.findByEmail(email), t -> t.findByEmail(email));
  }

  private static Function<Draw, Operation> all(
      String name,
      Function<Draw, String> value,
      BiFunction<UserRepository, List<String>, Object> onLibrary,
      BiFunction<ModelUsers, List<String>, Object> onModel) {
    return draw -> {
      List<String> values = draw.list(5, value);
      return call(name, values, r -> onLibrary.apply(r, values), t -> onModel.apply(t, values));
    };
  }

  private Operation upsertByUsername(Draw draw) {
    UserDraft draft = form.draft(draw);
    return call(
            "upsertByUsername",
            draft,
            r -> r.upsertByUsername(draft.toLibrary()),
            t -> t.upsertAllByUsername(List.of(draft)).get(0))
        .making(draw.newUsers(1));
  }

  private Operation upsertByEmail(Draw draw) {
    UserDraft draft = form.draft(draw);
    return call(
            "upsertByEmail",
            draft,
            r -> r.upsertByEmail(draft.toLibrary()),
            t -> t.upsertAllByEmail(List.of(draft)).get(0))
        .making(draw.newUsers(1));
  }

  private Operation upsertAllByUsername(Draw draw) {
    List<UserDraft> drafts = draw.list(4, form::draft);
    return call(
            "upsertAllByUsername",
            drafts,
            r -> r.upsertAllByUsername(drafts.stream().map(UserDraft::toLibrary).toList()),
            t -> t.upsertAllByUsername(drafts))
        .making(draw.newUsers(drafts.size()));
  }

  private Operation upsertAllByEmail(Draw draw) {
    List<UserDraft> drafts = draw.list(4, form::draft);
    return call(
            "upsertAllByEmail",
            drafts,
            r -> r.upsertAllByEmail(drafts.stream().map(UserDraft::toLibrary).toList()),
            t -> t.upsertAllByEmail(drafts))
        .making(draw.newUsers(drafts.size()));
  }
}
