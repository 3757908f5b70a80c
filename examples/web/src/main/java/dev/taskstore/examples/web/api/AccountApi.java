package dev.taskstore.examples.web.api;

import dev.taskstore.TagStatistics;
import dev.taskstore.TaskScope;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.UserName;
import dev.taskstore.db.Page;
import dev.taskstore.examples.web.security.SignedInUser;
import dev.taskstore.examples.web.statistics.Statistics;
import dev.taskstore.examples.web.statistics.StatisticsReader;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The signed-in user, the names of the team, the tags and counts of the user's tasks. */
@RestController
@RequestMapping("/api/v1")
class AccountApi {

  private final TaskStore store;
  private final StatisticsReader statistics;

  AccountApi(TaskStore store, StatisticsReader statistics) {
    this.store = store;
    this.statistics = statistics;
  }

  record Me(UUID id, String username, String email) {}

  record ApiTag(String name, long tasks) {}

  @GetMapping("/me")
  Me me(@AuthenticationPrincipal SignedInUser user, TaskScope scope) {
    User found = scope.users().getById(user.id());
    return new Me(found.id(), found.username(), found.email());
  }

  @GetMapping("/users")
  ApiPage<ApiUser> users(
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(defaultValue = "" + ApiPage.DEFAULT_SIZE) int size) {
    Page<UserName> names = store.users().listNames(ApiPage.request(page, size));
    return ApiPage.of(names, users -> users.stream().map(ApiUser::of).toList());
  }

  /** Tags without a task that the user sees are omitted: their names are those of others. */
  @GetMapping("/tags")
  ApiPage<ApiTag> tags(TaskScope scope) {
    List<ApiTag> tags =
        scope.tags().statistics().stream()
            .filter(tag -> tag.tasks() > 0)
            .map(AccountApi::tag)
            .toList();
    return new ApiPage<>(tags, null);
  }

  private static ApiTag tag(TagStatistics tag) {
    return new ApiTag(tag.name(), tag.tasks());
  }

  @GetMapping("/statistics")
  Statistics statistics(@AuthenticationPrincipal SignedInUser user, TaskScope scope) {
    return statistics.read(scope, user.id());
  }
}
