package dev.taskstore.bench.spring;

import dev.taskstore.bench.TagOfTask;
import dev.taskstore.bench.UserCounts;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/** The repository, with SQL for queries that method names cannot express well. */
public interface SpringTasks extends ListCrudRepository<SpringTask, UUID> {

  List<SpringTask> findTop50ByUserIdOrderByCreatedAtDescIdDesc(UUID userId);

  List<SpringTask> findAllBy(Pageable page);

  /** Uses literals in the SQL, so that the database can use its partial index. */
  @Query(
      "SELECT * FROM tasks WHERE priority = 'high' AND status <> 'completed'"
          + " ORDER BY created_at, id LIMIT 50")
  List<SpringTask> openHighPriority();

  @Query(
      "SELECT users.id AS user_id, users.username, count(tasks.user_id) AS total,"
          + " count(tasks.user_id) FILTER (WHERE tasks.status = 'pending') AS pending,"
          + " count(tasks.user_id) FILTER (WHERE tasks.status = 'in_progress') AS in_progress,"
          + " count(tasks.user_id) FILTER (WHERE tasks.status = 'completed') AS completed"
          + " FROM users LEFT JOIN tasks ON tasks.user_id = users.id"
          + " GROUP BY users.id, users.username ORDER BY users.username")
  List<UserCounts> statistics();

  @Query(
      "SELECT task_tags.task_id, tags.id, tags.name, tags.created_at, tags.updated_at,"
          + " tags.version FROM task_tags JOIN tags ON tags.id = task_tags.tag_id"
          + " WHERE task_tags.task_id IN (:ids) ORDER BY tags.name")
  List<TagOfTask> tagsOf(Collection<UUID> ids);

  @Query("SELECT * FROM tasks ORDER BY id")
  Stream<SpringTask> streamAll();
}
