package org.rsrkernel.kernel.diagnostics;

import java.util.Map;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** Lets JShell compile and declare, but runs nothing. */
final class CompileOnly implements ExecutionControlProvider {

  @Override
  public String name() {
    return "compile-only";
  }

  @Override
  public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
    return new NothingRuns();
  }

  private static final class NothingRuns implements ExecutionControl {

    @Override
    public void load(ClassBytecodes[] classes) {}

    @Override
    public void redefine(ClassBytecodes[] classes) {}

    @Override
    public String invoke(String className, String methodName) {
      return "";
    }

    @Override
    public String varValue(String className, String variableName) {
      return "";
    }

    @Override
    public void addToClasspath(String path) {}

    @Override
    public void stop() {}

    @Override
    public Object extensionCommand(String command, Object argument) {
      return "";
    }

    @Override
    public void close() {}
  }
}
