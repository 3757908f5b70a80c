package dev.taskstore.dialect.postgres;

import dev.taskstore.core.tck.TaskStoreTck;
import dev.taskstore.db.spi.DialectProvider;
import dev.taskstore.dialect.tck.TckDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

class PostgresTckTest extends TaskStoreTck {

  @Override
  protected DialectProvider provider() {
    return new PostgresDialectProvider();
  }

  @Override
  protected TckDatabase newDatabase() throws SQLException {
    return PostgresServer.shared().newDatabase("");
  }

  @Override
  protected TckDatabase copyOf(TckDatabase migrated) throws SQLException {
    return PostgresServer.shared().copyOf(migrated);
  }

  @Override
  protected Optional<TckDatabase> readOnly(TckDatabase target) {
    return Optional.of(PostgresServer.readOnly(target));
  }

  @Override
  protected List<String> raisingTrigger() {
    return List.of(
        "create function raise_name() returns trigger language plpgsql as"
            + " $$ begin if new.name <> 'calm' then raise exception 'v %', new.name; end if;"
            + " return new; end $$",
        "create trigger raise_name before insert on tags for each row execute function"
            + " raise_name()");
  }
}
