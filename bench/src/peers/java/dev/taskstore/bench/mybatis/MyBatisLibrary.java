package dev.taskstore.bench.mybatis;

import dev.taskstore.bench.Library;
import dev.taskstore.bench.Target;
import dev.taskstore.bench.Workload;
import dev.taskstore.bench.Workloads;
import java.util.Set;
import org.apache.ibatis.session.SqlSession;

/** MyBatis with an annotated mapper, a session for each call, and its batch executor. */
public final class MyBatisLibrary implements Library {

  @Override
  public String name() {
    return "MyBatis";
  }

  @Override
  public String version() {
    return SqlSession.class.getPackage().getImplementationVersion();
  }

  @Override
  public Set<Workload> without() {
    return Set.of(Workload.DEEP_PAGE);
  }

  @Override
  public Workloads<?> open(Target target) {
    return new MyBatisWorkloads(target.kind(), target.pool());
  }
}
