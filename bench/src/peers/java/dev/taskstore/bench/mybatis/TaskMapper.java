package dev.taskstore.bench.mybatis;

import dev.taskstore.bench.TagOfTask;
import dev.taskstore.bench.TaskRow;
import dev.taskstore.bench.UserCounts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.cursor.Cursor;

/** The mapper with the SQL statements. */
public interface TaskMapper {

  String SELECT =
      "SELECT id, user_id, title, description, priority, status, created_at, updated_at, version,"
          + " due_at, completed_at FROM tasks";

  @Select(SELECT + " WHERE id = #{id}")
  TaskRow findById(UUID id);

  @Select(SELECT + " WHERE user_id = #{userId} ORDER BY created_at DESC, id DESC LIMIT 50")
  List<TaskRow> newestOfUser(UUID userId);

  @Select(SELECT + " ORDER BY created_at DESC, id DESC LIMIT 50 OFFSET #{offset}")
  List<TaskRow> pageByOffset(int offset);

  @Select(
      SELECT
          + " WHERE priority = 'high' AND status != 'completed' ORDER BY created_at, id LIMIT 50")
  List<TaskRow> openHighPriority();

  @Insert(
      "INSERT INTO tasks (id, user_id, title, description, priority, status, created_at,"
          + " updated_at, version, due_at, completed_at) VALUES (#{id}, #{userId}, #{title},"
          + " #{description}, #{priority}, #{status}, #{createdAt}, #{updatedAt}, #{version},"
          + " #{dueAt}, #{completedAt})")
  void insert(TaskRow task);

  @Update(
      "UPDATE tasks SET title = #{task.title}, updated_at = #{task.updatedAt}, version ="
          + " #{task.version} WHERE id = #{task.id} AND version = #{oldVersion}")
  int update(@Param("task") TaskRow task, @Param("oldVersion") long oldVersion);

  @Insert(
      "INSERT INTO tags (id, name, created_at, updated_at, version) VALUES (#{id}, #{name},"
          + " #{now}, #{now}, 0) ON CONFLICT (name) DO UPDATE SET updated_at ="
          + " excluded.updated_at, version = tags.version + 1")
  void upsertTag(@Param("id") UUID id, @Param("name") String name, @Param("now") Instant now);

  @Select(
      "SELECT users.id AS user_id, users.username, count(tasks.user_id) AS total,"
          + " count(tasks.user_id) FILTER (WHERE tasks.status = 'pending') AS pending,"
          + " count(tasks.user_id) FILTER (WHERE tasks.status = 'in_progress') AS in_progress,"
          + " count(tasks.user_id) FILTER (WHERE tasks.status = 'completed') AS completed"
          + " FROM users LEFT JOIN tasks ON tasks.user_id = users.id"
          + " GROUP BY users.id, users.username ORDER BY users.username")
  List<UserCounts> statistics();

  @Select(
      "<script>SELECT task_tags.task_id, tags.id, tags.name, tags.created_at,"
          + " tags.updated_at, tags.version FROM task_tags JOIN tags ON tags.id ="
          + " task_tags.tag_id WHERE task_tags.task_id IN <foreach item='id' collection='ids'"
          + " open='(' separator=',' close=')'>#{id}</foreach> ORDER BY tags.name</script>")
  List<TagOfTask> tagsOf(@Param("ids") List<UUID> ids);

  @Select(SELECT + " ORDER BY id")
  @Options(fetchSize = 500)
  Cursor<TaskRow> stream();

  @Delete("DELETE FROM tasks WHERE id = #{id}")
  void delete(UUID id);
}
