package dev.taskstore.examples.web.task;

import dev.taskstore.TagStatistics;
import dev.taskstore.Task;
import dev.taskstore.TaskScope;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.examples.web.account.UserDirectory;
import dev.taskstore.examples.web.page.Fragments;
import dev.taskstore.examples.web.security.SignedInUser;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/** The list and the board of tasks. */
@Controller
class TaskListController {

  private static final int PAGE_SIZE = 25;
  private static final int MAXIMUM_REFRESHED = 500;

  private final TaskQueries queries;
  private final TaskRows rows;
  private final UserDirectory directory;

  TaskListController(TaskQueries queries, TaskRows rows, UserDirectory directory) {
    this.queries = queries;
    this.rows = rows;
    this.directory = directory;
  }

  /**
   * Shows the page, or only its list for a request of htmx.
   *
   * @param page the token of the next page, or null for the first page
   * @param size the number of rows that the browser shows, which a refresh reads again
   */
  @GetMapping("/tasks")
  @Nullable String list(
      @ModelAttribute("filter") TaskFilter filter,
      @RequestParam(defaultValue = "list") String view,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(defaultValue = "" + PAGE_SIZE) int size,
      @ModelAttribute(name = "zone", binding = false) ZoneId zone,
      @AuthenticationPrincipal SignedInUser user,
      TaskScope scope,
      HttpServletRequest request,
      WebRequest web,
      Model model) {
    boolean board = view.equals("board");
    PageRequest wanted =
        page == null || page.isEmpty()
            ? PageRequest.first(Math.max(PAGE_SIZE, Math.min(size, MAXIMUM_REFRESHED)))
            : PageRequest.of(page);
    List<TaskColumn> columns = new ArrayList<>();
    if (board) {
      for (StatusFilter status :
          List.of(StatusFilter.PENDING, StatusFilter.IN_PROGRESS, StatusFilter.COMPLETED)) {
        columns.add(column(scope, user.id(), filter.withStatus(status), zone, wanted));
      }
    } else {
      columns.add(column(scope, user.id(), filter, zone, wanted));
    }
    Map<String, String> parameters = filter.parameters();
    model.addAttribute("listUrl", TaskUrls.list(parameters));
    parameters.put("view", "board");
    model.addAttribute("boardUrl", TaskUrls.list(parameters));
    model.addAttribute("here", model.getAttribute(board ? "boardUrl" : "listUrl"));
    model.addAttribute("columns", columns);
    model.addAttribute("board", board);
    boolean later = page != null && !page.isEmpty();
    model.addAttribute("later", later);
    String etag = ListTags.of(columns, String.valueOf(model.getAttribute("here")), zone, request);
    model.addAttribute("etag", etag);
    if (Fragments.isRequested(request)) {
      if (web.checkNotModified(etag)) {
        return null;
      }
      return later ? "tasks/rows :: next" : "tasks/rows :: columns";
    }
    addChoices(scope, filter, model);
    return "tasks/list";
  }

  private void addChoices(TaskScope scope, TaskFilter filter, Model model) {
    model.addAttribute("statuses", StatusFilter.values());
    model.addAttribute("priorities", Choice.PRIORITIES);
    model.addAttribute("dues", DueFilter.values());
    model.addAttribute("sorts", TaskSort.values());
    model.addAttribute(
        "tags",
        scope.tags().statistics().stream()
            .filter(tag -> tag.tasks() > 0 || tag.name().equals(filter.tag()))
            .map(TagStatistics::name)
            .toList());
    model.addAttribute("names", directory.suggestions());
  }

  private TaskColumn column(
      TaskScope scope, UUID userId, TaskFilter filter, ZoneId zone, PageRequest request) {
    Page<Task> page = queries.page(scope, userId, filter, zone, request);
    return new TaskColumn(
        filter,
        rows.of(scope, userId, page.items(), zone),
        page.next().map(PageRequest::token).orElse(null));
  }
}
